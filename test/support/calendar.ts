import ICAL from 'ical.js';

/** The events of an RFC 5545 text, as another program reads them. */
export const eventsOf = (text: string): ICAL.Event[] =>
  new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));

export const statusOf = (event: ICAL.Event): unknown => event.component.getFirstPropertyValue('status');
