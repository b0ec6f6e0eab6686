import { Link, getRouteApi, useNavigate, useRouter } from '@tanstack/react-router';
import { LogIn } from 'lucide-react';
import { useForm } from 'react-hook-form';
import { meQuery } from '../../app/me';
import { queryClient } from '../../app/query-client';
import { api, body } from '../../api/client';
import { Button } from '../../ui/button';
import { Field, Form, FormActions } from '../../ui/form';
import { PageHeader } from '../../ui/page-header';
import { TextField } from '../../ui/text-field';
import { say } from '../../ui/toasts';
import { text } from './text';
import './sign-in.css';

const route = getRouteApi('/connexion');

export function SignInPage() {
  const { retour } = route.useSearch();
  const navigate = useNavigate();
  const router = useRouter();
  const form = useForm({ defaultValues: { email: '', password: '' } });

  const signIn = async (values: { email: string; password: string }) => {
    const me = await body(api.POST('/auth/sign-in', { body: values }));
    queryClient.clear();
    queryClient.setQueryData(meQuery.queryKey, me);
    if (retour) router.history.push(retour);
    else await navigate({ to: '/accueil' });
  };

  const fill = (account: { name: string; label: string }) => {
    form.reset({ email: `${account.name}@${text.demoDomain}`, password: text.demoPassword });
    say(text.demoFilled(account.label));
  };

  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <div className="columns">
        <div className="stack stack-8">
          <Form form={form} onSubmit={signIn} refusal={text.refused}>
            <Field name="email" required={text.emailMissing}>
              {(f) => <TextField label={text.email} hint={text.emailHint} type="email" autoComplete="username" {...f} />}
            </Field>
            <Field name="password" required={text.passwordMissing}>
              {(f) => <TextField label={text.password} type="password" autoComplete="current-password" {...f} />}
            </Field>
            <FormActions>
              <Button type="submit" icon={LogIn} isPending={form.formState.isSubmitting}>
                {text.submit}
              </Button>
            </FormActions>
          </Form>
          <section className="stack stack-2 reading">
            <h2>{text.noAccountTitle}</h2>
            <p>{text.noAccount}</p>
            <p>
              <Link to="/formations">{text.browse}</Link>
            </p>
          </section>
        </div>
        <aside className="sheet stack" aria-labelledby="demo">
          <h2 id="demo">{text.demoTitle}</h2>
          <p>{text.demo}</p>
          <ul className="demo-accounts">
            {text.demoAccounts.map((account) => (
              <li key={account.name}>
                <Button variant="quiet" onPress={() => fill(account)}>
                  {account.label}
                </Button>
              </li>
            ))}
          </ul>
        </aside>
      </div>
    </>
  );
}
