import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { api, body, useIdempotencyKey } from '../../api/client';
import { Button } from '../../ui/button';
import { Form, FormActions } from '../../ui/form';
import { PageHeader } from '../../ui/page-header';
import { say } from '../../ui/toasts';
import { CourseFields } from './course-fields';
import { inputOf, newCourse, type CourseValues } from './course-values';
import { text } from './text';

export function NewCoursePage() {
  const form = useForm<CourseValues>({ defaultValues: newCourse });
  const headers = useIdempotencyKey();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const create = async (values: CourseValues) => {
    const { id } = await body(api.POST('/courses', { headers, body: inputOf(values) }));
    await queries.invalidateQueries({ queryKey: ['courses'] });
    await navigate({ to: '/gestion/formations/$id', params: { id } });
    say(text.created);
  };
  return (
    <>
      <PageHeader
        title={text.newTitle}
        lead={text.newLead}
        crumbs={[{ label: text.title, to: '/gestion/formations' }]}
      />
      <Form form={form} onSubmit={create}>
        <CourseFields />
        <FormActions>
          <Button type="submit" isPending={form.formState.isSubmitting}>
            {text.save}
          </Button>
        </FormActions>
      </Form>
    </>
  );
}
