/** The marks of statuses, once a page; everything else refers to them by id. Drawn with the colour of the text around. */
export function Sprite() {
  return (
    <svg className="sprite" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line className="pt-suspended" x1="1" y1="0" x2="1" y2="5" strokeWidth="2" />
        </pattern>
        <pattern id="hatch-s" width="3.6" height="3.6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0.9" y1="0" x2="0.9" y2="3.6" stroke="currentColor" strokeWidth="1.6" />
        </pattern>
      </defs>
      <symbol id="m-listed" viewBox="0 0 16 16">
        <rect x="1" y="1" width="14" height="14" fill="currentColor" />
      </symbol>
      <symbol id="m-suspended" viewBox="0 0 16 16">
        <rect x="2" y="2" width="12" height="12" fill="url(#hatch-s)" stroke="currentColor" strokeWidth="2" />
      </symbol>
      <symbol id="m-delisted" viewBox="0 0 16 16">
        <rect x="2" y="2" width="12" height="12" fill="none" stroke="currentColor" strokeWidth="1.8" />
        <path d="M0.5 15.5 15.5 0.5" stroke="currentColor" strokeWidth="1.8" />
      </symbol>
      <symbol id="m-never" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.8" />
      </symbol>
      <symbol id="m-unknown" viewBox="0 0 16 16">
        <path d="M4.6 5.2C4.6 1 11.4 1 11.4 5.2c0 2.6-3.4 2.6-3.4 5.2" fill="none" stroke="currentColor" strokeWidth="1.9" />
        <circle cx="8" cy="13.8" r="1.3" fill="currentColor" />
      </symbol>
      <symbol id="m-pending" viewBox="0 0 16 16">
        <path d="M8 1 15 8 8 15 1 8Z" fill="none" stroke="currentColor" strokeWidth="1.8" strokeDasharray="3 1.9" />
      </symbol>
      <symbol id="brand" viewBox="0 0 24 24">
        <path d="M2 6h13M7 12h15M4 18h8" stroke="currentColor" strokeWidth="3.2" fill="none" />
        <path d="M17.5 2v20" stroke="currentColor" strokeWidth="1.4" />
      </symbol>
    </svg>
  )
}
