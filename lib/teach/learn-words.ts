/** What pages call things. Words of sites, never of people: only these may be in a rule without being marked up as labels. */

/** Labels of profile pages, in the languages in which recruiters see them most; in small letters. */
export const LABELS: ReadonlySet<string> = new Set(
  (
    'about|about me|address|based in|bio|company|contact|contact details|contact info|contact information|current company|' +
    'current position|current role|details|education|e-mail|email|email address|employer|experience|headline|hometown|info|' +
    'job title|lives in|location|mobile|name|occupation|organisation|organization|phone|phone number|place|position|profession|' +
    'profile|role|skills|telephone|title|website|work|work experience|works at|' +
    'adresse|arbeitgeber|ausbildung|beruf|berufserfahrung|firma|kontakt|kontaktdaten|kontaktinformationen|position|standort|telefon|' +
    'unternehmen|wohnort|à propos|coordonnées|entreprise|expérience|formation|lieu|poste|téléphone|acerca de|cargo|contacto|correo|' +
    'educación|empresa|experiencia|puesto|teléfono|ubicación|contato|experiência|formação|localização|azienda|contatti|esperienza|' +
    'formazione|posizione|ruolo|sede|bedrijf|ervaring|functie|locatie|opleiding|doświadczenie|firma|lokalizacja|stanowisko|' +
    'arbetsgivare|erfarenhet|ort|utbildning|компания|контакты|местоположение|опыт|должность|公司|职位|地点|联系方式|会社|役職|連絡先|勤務地'
  ).split('|'),
);

/** Elements that are there to hold labels. */
export const UNSAID: ReadonlySet<string> = new Set(['dt', 'th', 'label', 'legend']);

/** How far attributes are trusted, by how they begin: what is written for machines and tests lasts longest. */
export const ATTRIBUTES: Readonly<Record<string, number>> = {
  itemprop: 0,
  'data-anonymize': 0,
  'data-test': 0,
  property: 0.5,
  'data-view-name': 0.5,
  'data-field': 0.5,
  href: 0.5,
  id: 1,
  componentkey: 1,
  'data-': 1.5,
  rel: 2,
  name: 2,
  role: 3,
};

/** Data of frameworks, states and measurements: made anew with every build, or different at every visit. */
export const NEVER =
  /^data-(?:v-|react|ember|radix|state|index|count|position|time|url|src|href|style|class|hydro|ga|track|analytics|json|value|id$|key$|text$|title$|name$|label$|alt$)/;
