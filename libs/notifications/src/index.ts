import './invitation/invitation.entity';
import './preference/preference.entity';

export { Message } from './message/message.entity';
export { NotificationsModule } from './notifications.module';
