/** LinkedIn Sales Navigator: leads as pages and as drawers over a list, and the lists. Its address has what is the viewer's, too. */
import { defineSite, type Reference } from '../site.ts';
import { isAt } from './identity.ts';
import { SALES } from './paths.ts';
import { productDraft } from './product.ts';
import { isProfileId } from './profile-id.ts';
import { leadIn, leadName, linkedId, publicLinkIn, showsAnother, topCard } from './sales-lead.ts';
import { salesPeople } from './sales-list.ts';

const reference = (id: string): Reference => ({
  site: 'linkedin-sales',
  handle: id,
  url: `https://www.linkedin.com/sales/lead/${id}`,
});

/** `/sales/lead/<id>,<kind of access>,<token>`: only the id is the lead's. */
function identify(url: URL): Reference | undefined {
  const id = isAt(url, SALES) ? /^\/sales\/(?:lead|people)\/([\w-]+)/.exec(url.pathname)?.[1] : undefined;
  return id && isProfileId(id) ? reference(id) : undefined;
}

export const linkedinSales = defineSite({
  id: 'linkedin-sales',
  label: 'LinkedIn Sales Navigator',
  identify,
  opened(document, url) {
    const card = isAt(url, SALES) ? topCard(document) : undefined;
    const id = card && linkedId(card);
    return id ? reference(id) : undefined;
  },
  look(document, { handle }) {
    const card = topCard(document);
    return card && leadName(card) && !showsAnother(document, card, handle) ? 'profile' : 'waiting';
  },
  read(document, { handle }) {
    return productDraft(leadIn(document), handle, publicLinkIn(document));
  },
  hasList: (url) => isAt(url, SALES),
  list: (document, url) => (isAt(url, SALES) ? salesPeople(document, reference) : []),
  needs: ['fullName'],
});

export { identify };
