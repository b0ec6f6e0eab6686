import { AimsFields } from './course-aims-fields';
import { AccessFields, ContentFields, EssentialFields, OrganisationFields } from './course-plain-fields';
import { MoneyFields, OriginFields } from './course-origin-fields';
import { PeopleFields } from './course-people-fields';
import { SectionsNav } from './course-section';

/** What a course says, in the order in which it is read, in parts one can go to. */
export function CourseFields() {
  return (
    <div className="sheet-form">
      <SectionsNav />
      <div className="stack stack-12">
        <EssentialFields />
        <AimsFields />
        <ContentFields />
        <PeopleFields />
        <OrganisationFields />
        <AccessFields />
        <MoneyFields />
        <OriginFields />
      </div>
    </div>
  );
}
