/** The sheaf of the icon in one colour, small enough to travel with the button. */

const SHEAF = [
  'M10 18V9M10 13Q9.5 10.5 6.5 9.5M10 13Q10.5 10.5 13.5 9.5M10 13Q9.5 16 7.5 17.5M10 13Q10.5 16 12.5 17.5M8 13.5h4',
  'M10 2q2.6 3 0 6q-2.6-3 0-6zM2.5 5q3.9.2 4 4q-3.9-.2-4-4zM17.5 5q-3.9.2-4 4q3.9-.2 4-4z',
].join('');

const SVG = 'http://www.w3.org/2000/svg';

/** Built by hand: pages that demand trusted types refuse markup. */
export function mark(): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', SHEAF);
  svg.append(path);
  return svg;
}
