import { RotateCw, Search } from 'lucide-react';
import { Button, LinkButton } from '../ui/button';
import { PageHeader } from '../ui/page-header';
import { text } from './text';

export function NotFoundPage() {
  return (
    <PageHeader
      title={text.notFoundTitle}
      lead={text.notFound}
      actions={
        <>
          <LinkButton to="/formations" icon={Search}>
            {text.toCourses}
          </LinkButton>
          <LinkButton to="/" variant="secondary">
            {text.toHome}
          </LinkButton>
        </>
      }
    />
  );
}

export function ErrorPage() {
  return (
    <PageHeader
      title={text.errorTitle}
      lead={text.error}
      actions={
        <>
          <Button icon={RotateCw} onPress={() => location.reload()}>
            {text.reload}
          </Button>
          <LinkButton to="/" variant="secondary">
            {text.toHome}
          </LinkButton>
        </>
      }
    />
  );
}
