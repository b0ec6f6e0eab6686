import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { BookOpen, CalendarX, MapPin } from 'lucide-react';
import type { CourseCard } from '../../api/types';
import { LinkButton } from '../../ui/button';
import { EmptyState, List, Row } from '../../ui/list';
import { Loaded, Skeleton } from '../../ui/loaded';
import { DateBlock, Meta } from '../../ui/meta';
import { dateTime } from '../../ui/dates';
import { optionsOf, themes } from '../catalogue/labels';
import { upcomingQuery } from '../catalogue/queries';
import { text as catalogue } from '../catalogue/text';
import { Hero } from './hero';
import { text } from './text';
import './home.css';

export function HomePage() {
  const upcoming = useQuery(upcomingQuery);
  return (
    <div className="home">
      <Hero />
      <section className="stack stack-6" aria-labelledby="upcoming">
        <div className="section-head">
          <h2 id="upcoming">{text.upcoming}</h2>
          <Link to="/formations">{text.everyCourse}</Link>
        </div>
        <Loaded query={upcoming} pending={<Skeleton lines={8} />}>
          {({ items }) => <Upcoming courses={items.filter((course) => course.nextSession)} />}
        </Loaded>
      </section>
      <section className="stack stack-6" aria-labelledby="themes">
        <h2 id="themes">{text.themes}</h2>
        <ul className="shelves">
          {optionsOf(themes).map(({ value: theme, label }) => (
            <li key={theme}>
              <Link to="/formations" search={{ theme: [theme] }} className="shelf">
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <section className="stack stack-6" aria-labelledby="how">
        <h2 id="how">{text.how}</h2>
        <ol className="steps">
          {text.steps.map((step) => (
            <li key={step.title}>
              <h3>{step.title}</h3>
              <p>{step.detail}</p>
            </li>
          ))}
        </ol>
      </section>
      <section className="stack reading" aria-labelledby="venues">
        <h2 id="venues">{text.venues}</h2>
        <p>{text.venuesLead}</p>
        <div>
          <LinkButton to="/lieux" variant="secondary" icon={MapPin}>
            {text.findVenue}
          </LinkButton>
        </div>
      </section>
    </div>
  );
}

function Upcoming({ courses }: { courses: CourseCard[] }) {
  if (courses.length === 0) {
    return (
      <EmptyState
        icon={CalendarX}
        title={text.noUpcomingTitle}
        actions={
          <LinkButton to="/formations" variant="secondary" icon={BookOpen}>
            {text.everyCourse}
          </LinkButton>
        }
      >
        {text.noUpcoming}
      </EmptyState>
    );
  }
  return (
    <List>
      {courses.map(({ id, title, nextSession }) =>
        nextSession ? (
          <Row
            key={id}
            aside={<DateBlock at={nextSession.startsAt} timeZone={nextSession.timeZone} />}
            title={
              <h3>
                <Link to="/sessions/$code" params={{ code: nextSession.code }}>
                  {title}
                </Link>
              </h3>
            }
            meta={
              <>
                <span className="sentence inline">{dateTime(nextSession.startsAt, nextSession.timeZone)}</span>
                <Meta icon={MapPin}>
                  {catalogue.town(nextSession.communeName, nextSession.departementCode) ?? nextSession.venueName}
                </Meta>
              </>
            }
            status={<span className="seats">{catalogue.seatsLeft(nextSession.seatsLeft)}</span>}
          />
        ) : null,
      )}
    </List>
  );
}
