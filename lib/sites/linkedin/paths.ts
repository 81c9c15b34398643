/** Where the parts of LinkedIn stand; apart, so that whoever routes a page need not carry a reader. */
export const RECRUITER = /^\/(?:talent|recruiter)\//;
export const SALES = /^\/sales\//;
/** One section of a profile, whole: `/in/<slug>/details/skills/`. */
export const DETAILS = /^\/in\/[^/]+\/details\/([\w-]+)(?:\/|$)/;
/** Search, My Network, the people of a company or school, who attends an event, who is in a group. */
export const PEOPLE =
  /^\/(?:search\/results|mynetwork)\/|^\/(?:company|school|showcase|events|groups)\/[^/]+\/(?:.+\/)?(?:people|attendees|members)(?:\/|$)/;
