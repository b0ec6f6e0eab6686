export const text = {
  title: 'Les compétences que vous enseignez',
  lead: 'Les personnes qui préparent des sessions vous trouvent grâce à elles. Indiquez pour chacune jusqu’à quel niveau vous pouvez former.',
  label: 'Compétences enseignées',
  level: 'Jusqu’au niveau',
  save: 'Enregistrer mes compétences',
  saved: 'Vos compétences sont enregistrées.',
};
