import { z } from 'zod';
import { secretSchema } from '../../domain/people.js';

const calendarViewSchema = secretSchema
  .pick({ id: true, name: true, createdAt: true })
  .meta({ id: 'CalendarAddress' });
export const calendarsAnswerSchema = z
  .object({ calendars: z.array(calendarViewSchema) })
  .meta({ id: 'CalendarAddresses' });

/** What it is called, so that its owner knows which to take back: the phone, the office's Outlook. */
export const newCalendarSchema = z.strictObject({ name: z.string().trim().min(1).max(64) });

/** `url` is shown once and kept nowhere. */
export const issuedCalendarSchema = z
  .object({ calendar: calendarViewSchema, url: z.string() })
  .meta({ id: 'IssuedCalendarAddress' });
