import { Link } from '@tanstack/react-router';
import { CalendarDays, Clock, MapPin, Monitor, Users } from 'lucide-react';
import type { CourseCard, NextSession } from '../../api/types';
import { date } from '../../ui/dates';
import { Row } from '../../ui/list';
import { Meta } from '../../ui/meta';
import { audienceText, modalities, named } from './labels';
import { text } from './text';

function NextDate({ session }: { session: NextSession }) {
  return (
    <div className="row-meta next-session">
      <Meta icon={CalendarDays}>
        <Link to="/sessions/$code" params={{ code: session.code }}>
          {date(session.startsAt, session.timeZone)}
        </Link>
      </Meta>
      <Meta icon={MapPin}>
        {text.town(session.communeName, session.departementCode) ?? session.venueName}
        {session.distanceKm !== null && `, ${text.distance(session.distanceKm)}`}
      </Meta>
      <span>{text.seatsLeft(session.seatsLeft)}</span>
    </div>
  );
}

export function CourseRow({ course }: { course: CourseCard }) {
  return (
    <Row
      title={
        <h3>
          <Link to="/formations/$slug" params={{ slug: course.slug }}>
            {course.title}
          </Link>
        </h3>
      }
    >
      <p className="reading">{course.summary}</p>
      <div className="row-meta">
        <Meta icon={Clock}>{text.hours(course.durationHours)}</Meta>
        <Meta icon={Monitor}>{named(modalities, course.modality)}</Meta>
        <Meta icon={Users}>{audienceText(course.audienceCategories)}</Meta>
      </div>
      {course.nextSession ? <NextDate session={course.nextSession} /> : <p className="soft">{text.noSession}</p>}
    </Row>
  );
}
