export { Message } from './message/message.entity';
export { NotificationsModule } from './notifications.module';
