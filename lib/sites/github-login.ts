/** What a GitHub login looks like, and which names in its place GitHub keeps for itself; `ghost` stands for all who left. */

const RESERVED = new Set(
  (
    'about account advisories apps articles blog business careers codespaces collections community contact contributing copilot ' +
    'customer-stories customers dashboard discussions edu education enterprise enterprises events explore features feed ghost gist ' +
    'gists help home hooks integrations issues jobs join languages login logos logout marketplace mcp mobile models new newsroom ' +
    'nonprofits notifications oauth open-source organizations orgs pages partners plans premium-support pricing pulls readme ' +
    'repos resources search security sessions settings showcases signup site sitemap solutions spark sponsors stafftools stars ' +
    'startups status stories support team teams terms topics trending user-attachments users watching why-github'
  ).split(' '),
);

/** 1–39 letters, digits and hyphens, no hyphen first; old accounts may end in one. `_x` ends logins that an enterprise manages. */
const LOGIN = /^[a-z\d](?:[a-z\d]|-(?=[a-z\d-])){0,38}-?(?:_[a-z\d]{1,8})?$/i;

export const isLogin = (text: string): boolean => text.length <= 48 && LOGIN.test(text) && !RESERVED.has(text.toLowerCase());
