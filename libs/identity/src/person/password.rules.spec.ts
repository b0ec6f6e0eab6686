import { passwordFault } from './password.rules';

const email = 'camille.durand@ville.example';
const code = (password: string) => passwordFault(password, email)?.code ?? null;

describe('passwordFault', () => {
  it.each([
    ['onze caract', 'password.short'],
    ['', 'password.short'],
    ['😀😀😀😀😀😀', 'password.short'],
    ['x'.repeat(201), 'password.long'],
    ['MotDePasse123', 'password.common'],
    ['aaaaaaaaaaaaaaaa', 'password.common'],
    ['121212121212', 'password.common'],
    ['Camille.Durand-2026', 'password.contains_email'],
    ['x camille.durand@ville.example x', 'password.contains_email'],
  ])('refuses %j', (password, expected) => expect(code(password)).toBe(expected));

  it.each([
    'le chat dort sous la table',
    'Relais-2015-demo',
    'ëçà des lettres accentuées',
    ' espaces au bout  ',
  ])('accepts %j', (password) => expect(code(password)).toBeNull());

  it('ignores a very short name: it would forbid ordinary words', () =>
    expect(passwordFault('un long mot de passe', 'lo@ville.example')).toBeNull());
});
