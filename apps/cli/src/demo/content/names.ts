/** Given names and family names of the fictional people; some with apostrophes, hyphens, particles and diacritics, on purpose. */
const list = (names: string): string[] => names.split(', ');

export const GIVEN_NAMES = list(
  'Adèle, Agathe, Ahmed, Alain, Alexandra, Alix, Amandine, Amélie, Amina, Anaïs, André, Anne-Lise, Antoine, Arnaud, Aurélie, Aya, ' +
    'Baptiste, Béatrice, Benoît, Bérengère, Brahim, Brigitte, Camille, Carine, Caroline, Cécile, Céline, Charlotte, Chloé, Christophe, ' +
    'Claire, Clément, Corinne, Cyril, Damien, Daniel, David, Delphine, Didier, Dominique, Édouard, Élisabeth, Élodie, Émilie, Emmanuel, ' +
    'Éric, Estelle, Fabien, Fanny, Fatima, Fatou, Florence, Franck, Frédéric, Gaëlle, Gérard, Gilles, Grégory, Guillaume, Gwenaëlle, ' +
    'Habib, Hélène, Hervé, Hugo, Isabelle, Jamila, Jean-Baptiste, Jean-Marc, Jeanne, Jérôme, Joëlle, Julien, Karim, Karine, Khadija, ' +
    'Laetitia, Laurent, Léa, Leïla, Loïc, Lucas, Ludovic, Maël, Magali, Malika, Manon, Marc, Margaux, Marie-Claude, Marine, Mathilde, ' +
    'Maud, Mehdi, Mélanie, Michel, Mireille, Mohamed, Morgane, Moussa, Muriel, Nadège, Nathalie, Nicolas, Noémie, Nora, Odile, Océane, ' +
    'Pascale, Patrick, Paul, Philippe, Pierre-Yves, Rachid, Raphaël, Régine, Rémi, Romain, Rose-May, Sabine, Samira, Sandrine, Sarah, ' +
    'Sébastien, Séverine, Simon, Solène, Sonia, Stéphane, Sylvain, Thi Mai, Théo, Thierry, Tiphaine, Valérie, Véronique, Vincent, ' +
    'Virginie, Wassim, Xavier, Yann, Yasmine, Yves, Zoé',
);

export const FAMILY_NAMES = list(
  'Abbas, Allard, Andrieu, Aubert, Bailly, Barbier, Baudouin, Benali, Benoist, Berthelot, Bertin, Blanchet, Bonnefoy, Boucher, Boulanger, ' +
    'Bourgeois, Brunet, Cadet, Camara, Carpentier, Castellani, Chaban-Delors, Chauvin, Chevalier, Cissé, Colas, Collet, Cordier, Costa, ' +
    'Coulibaly, D’Almeida, Da Silva, De La Fontaine, De Souza, Delorme, Descamps, Devaux, Di Maggio, Diarra, Du Plessis, Dubreuil, ' +
    'Dumas, Duvivier, El Amrani, Étienne, Fabre, Faure, Fernandez, Fontaine, Foucault, Fournel, Gaillard, Garnier, Gauthier, Germain, ' +
    'Gillot, Grondin, Guérin, Guillaume-Rey, Haddad, Hamon, Hoarau, Huet, Jacquet, Joly, Jourdan, Kaczmarek, Konaté, L’Hostis, Lacroix, ' +
    'Lambert, Le Bihan, Le Goff, Lefort, Legrand, Lemaître, Leroux, Lévêque, Lopes, Mahé, Maillard, Mansouri, Marty, Masson, Mercier, ' +
    'Meunier, Millet, Monnier, Morvan, Müller, N’Diaye, N’Guessan, Nguyen, Noël, O’Brien, O’Connor, Ollivier, Payet, Pelletier, Pereira, ' +
    'Picard, Poirier, Pons, Prévost, Raynaud, Renard, Ribeiro, Rivière, Roche, Rossi, Roussel, Roux, Saïdi, Sánchez, Sauvage, Schmitt, ' +
    'Şahin, Tessier, Texier, Thomas, Touré, Traoré, Vallet, Vannier, Verdier, Vidal, Villeneuve, Weber, Yıldız, Zimmermann',
);
