/**
 * LinkedIn Recruiter: profiles as pages and as panels that slide in over a list, and the lists themselves. An Ember application
 * with `data-test-` hooks in it, which its own tests rely on.
 */
import { defineSite, type Reference } from '../site.ts';
import { isAt } from './identity.ts';
import { isRecruiterId } from './profile-id.ts';
import { RECRUITER } from './paths.ts';
import { productDraft } from './product.ts';
import { recruiterPeople } from './recruiter-list.ts';
import { container, idIn, profileIn, publicLinkIn, showsAnother, topName } from './recruiter-profile.ts';

const reference = (id: string): Reference => ({
  site: 'linkedin-recruiter',
  handle: id,
  url: `https://www.linkedin.com/talent/profile/${id}`,
});

/** `/talent/profile/<id>`, and the same behind whatever list or search a profile was opened from. */
function identify(url: URL): Reference | undefined {
  const id = isAt(url, RECRUITER) ? /^\/talent\/(?:.*\/)?profile\/([\w-]+)(?:\/|$)/.exec(url.pathname)?.[1] : undefined;
  return id && isRecruiterId(id) ? reference(id) : undefined;
}

export const linkedinRecruiter = defineSite({
  id: 'linkedin-recruiter',
  label: 'LinkedIn Recruiter',
  identify,
  opened(document, url) {
    const root = isAt(url, RECRUITER) ? container(document) : undefined;
    const id = root && idIn(root);
    return id ? reference(id) : undefined;
  },
  look(document, { handle }) {
    const root = container(document);
    return root && topName(root) && !showsAnother(document, root, handle) ? 'profile' : 'waiting';
  },
  read(document, { handle }) {
    const root = container(document) ?? document.body;
    return productDraft(profileIn(root), handle, publicLinkIn(root));
  },
  hasList: (url) => isAt(url, RECRUITER),
  list: (document, url) => (isAt(url, RECRUITER) ? recruiterPeople(document, reference) : []),
  needs: ['fullName'],
});

export { identify };
