/**
 * Words of interfaces, of dates and of employment, which readers and people need to understand a page and which say nothing about
 * anybody. Folded: lower case, no accents. Surnames and given names are left out ("page", "will", "mark"), and whatever is in the
 * name or handle of the person is replaced all the same.
 */
export const LABEL_WORDS = `
about accomplishments readme account activity ago all also and apply articles at available back badge blog block blocked bookmark
bookmarks cancel captcha certification certifications challenge check click close comment comments company companies connect connected
connection connections contact contacts continue cookie cookies courses create currently date com org net example days degree degrees dot punkt arroba
description details direct dismiss edit education educations email emails email-address employment endorsed endorsement
endorsements error exact expand experience experiences facebook favorites feed filter filters find follow followers following
forgot forks found github gists gitlab google hidden hide highlights hiring history homepage hours image images
info information interests invite join joined label languages last learn less licenses like likes link linkedin linkedin.com links list
loading local location log login logo lists main mastodon match may-not medium member membership members menu message messages
messaging minutes mobile month months mos mutual name navigation network new next not notification notifications now of
office onto open options organization organizations other others overview owner packages password pdf people
personal phone photo photos picture pinned pinterest play popular portfolio posts premium previous print privacy profile profiles
projects pronouns public publications published publisher reactions read recent recommendation recommendations recommended recruiter remove
replies report repositories repository request requests require reset result results role roles sales navigator saved search
second seconds see select send settings share show showing sign sign-in signup since site skill skills skip
sort source sponsor sponsors starred stargazers stars status subscribe suggested summary tab tabs tags
talent teams terms the to toggle top topics translate twitter unfollow unavailable update updated upload url user username users
verification verifications verified verify via view viewed viewing views visit volunteering wall website websites week weeks
welcome with work working year years yrs yr mo you your
full-time part-time full part time self-employed self employed freelance contract contractor internship apprenticeship seasonal temporary
permanent remote hybrid on-site onsite
bachelor bachelors master masters doctor doctorate phd mba bsc msc beng meng diploma associate
present current today aujourd hui
she her hers he him his they them theirs ze xe
1st 2nd 3rd 3rd+ page-not-found
citations cited h-index i10-index index documents hits joined-since karma reputation gold silver bronze questions answers reached
born works keywords identifiers orcid researchgate scholar xing behance dribbble kaggle bluesky wellfound instagram youtube
dr prof expertise disciplines bio city standort wohnort ubicacion ciudad localizacao cidade luogo citta woonplaats miasto lokalizacja
plats sted kontakt correo mail jpg jpeg png gif webp svg
ausbildung studium werdegang berufserfahrung beruf berufliche stationen parcours formation estudios formacion experiencia experiencias
seit bis depuis desde hasta until jahr jahre jahren monat monate monaten annee annees mois anos meses heute
native bilingual proficiency professional limited elementary fluent
`;
