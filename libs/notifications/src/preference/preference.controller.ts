import { Actor, Can, Me } from '@app/platform';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { MyPreferences, Preferences } from './preference.dto';
import { PreferenceService } from './preference.service';

@Controller('me/message-preferences')
export class PreferenceController {
  constructor(private readonly preferences: PreferenceService) {}

  @Get()
  @Can('notifications.message.read')
  mine(@Me() actor: Actor): Promise<MyPreferences> {
    return this.preferences.of(actor);
  }

  @Put()
  @Can('notifications.preference.edit')
  change(@Me() actor: Actor, @Body() chosen: Preferences): Promise<MyPreferences> {
    return this.preferences.change(actor, chosen);
  }
}
