import { PERMISSIONS, Permission, permissionsOf, Role, ROLES } from './permissions';

const holders = (permission: Permission): Role[] =>
  ROLES.filter((role) => permissionsOf([role]).has(permission));

describe('permissions', () => {
  it.each(PERMISSIONS)('%s is context.noun.verb', (name) =>
    expect(name).toMatch(/^[a-z]+\.[a-z]+\.[a-z_]+$/),
  );

  it('gives someone without a role nothing but themselves', () =>
    expect([...permissionsOf([])]).toEqual(['identity.me.read', 'identity.email.edit_own', 'notifications.message.read', 'notifications.preference.edit', 'training.search.keep']));

  it('adds roles up', () => {
    const both = permissionsOf(['agent', 'venue_host']);
    expect(both).toEqual(new Set([...permissionsOf(['agent']), ...permissionsOf(['venue_host'])]));
  });

  it.each<[Permission, Role[]]>([
    ['identity.agent.read', ['supervisor', 'training_officer']],
    ['identity.organisation.search', ['training_officer', 'course_manager']],
    ['identity.profile.edit', ['agent']],
    ['training.enrolment.decide', ['training_officer']],
    ['training.enrolment.follow', ['supervisor', 'training_officer']],
    ['training.enrolment.request', ['agent']],
    ['training.attestation.read_own', ['agent']],
    ['training.roll.mark', ['trainer']],
    ['training.roll.close', ['trainer']],
    ['trainers.ask.answer', ['trainer']],
    ['trainers.competency.edit_own', ['trainer']],
    ['trainers.competency.edit', ['course_manager']],
    ['training.schedule.read', ['course_manager']],
    ['training.schedule.search', ['course_manager']],
    ['training.session.open', ['course_manager']],
    ['training.session.rebook', ['venue_host', 'course_manager', 'administrator']],
    ['training.course.publish', ['course_manager']],
    ['notifications.letter.print', ['training_officer', 'course_manager']],
    ['notifications.letter.readdress', ['training_officer', 'course_manager']],
    ['venues.booking.answer', ['venue_host', 'administrator']],
    ['venues.venue.publish', ['venue_host', 'administrator']],
    ['federation.publication.retry', ['state_officer', 'administrator']],
    ['venues.venue.administer', ['administrator']],
    ['venues.charter.sign', ['venue_host']],
    ['venues.photo.edit', ['venue_host', 'administrator']],
    ['venues.duplicate.decide', ['administrator']],
    ['venues.import.run', ['administrator']],
  ])('only %s’s holders have it', (permission, expected) => expect(holders(permission)).toEqual(expected));
});
