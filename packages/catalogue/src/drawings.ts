const wheel = (x: number, y: number, size: number) =>
  `<circle cx="${x}" cy="${y}" r="${size}" fill="#321b41"/><circle cx="${x}" cy="${y}" r="${size * 0.4}" fill="#d3d3d3"/>`;

/** What fluent-emoji-flat lacks, drawn by us in its manner: each 32 by 32, and looking to the left as its vehicles do. */
export const drawings = {
  digger: `<path fill="#ffb02e" d="M14 15h13a2 2 0 0 1 2 2v6H14z"/><path fill="#ffb02e" d="M15 7h7.5A1.5 1.5 0 0 1 24 8.5V18h-9z"/>
<path fill="#26c9fc" d="M16.7 8.7h5.6V15h-5.6z"/>
<path fill="none" stroke="#d67d00" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round" d="M17 18 10 6 4.8 15.5"/>
<path fill="#636363" d="M2 15.5h6v3a4.2 4.2 0 0 1-4.2 4.2H2.4L4 19z"/>
<rect x="9" y="23" width="20" height="7" rx="3.5" fill="#321b41"/>
<path stroke="#9b9b9b" stroke-width="3" stroke-linecap="round" d="M12.5 26.5h0m6.5 0h0m6.5 0h0"/>`,
  forklift: `<path fill="#636363" d="M9.8 4H12v22.8H2V25h7.8z"/><path fill="#a56953" d="M2 15.5h7v8.6H2z"/>
<path fill="#f3ad61" d="M4.6 15.5h1.8v8.6H4.6z"/><path fill="#ff822d" d="M13.5 18H27a2.5 2.5 0 0 1 2.5 2.5V27h-16z"/>
<path fill="none" stroke="#321b41" stroke-width="1.8" d="m14.5 18 1.4-10h9L27 18"/><path fill="#636363" d="M21.5 13H24v5h-2.5z"/>
${wheel(17.5, 26.5, 3.5)}${wheel(26.2, 26.8, 3.2)}`,
  'lifting-platform': `<path fill="none" stroke="#f9c23c" stroke-width="1.6" d="M6 12V3.8h20V12M6 7.6h20"/>
<path fill="#ffb02e" d="M5 11h22v2.4H5z"/>
<path stroke="#636363" stroke-width="1.8" d="m8 13.4 16 5.8m0-5.8L8 19.2m0 0L24 25m0-5.8L8 25"/>
<path fill="#f8312f" d="M5 24.4h22v3H5z"/>${wheel(9.5, 28, 2.2)}${wheel(22.5, 28, 2.2)}`,
  scaffold: `<path fill="none" stroke="#9b9b9b" stroke-width="2" d="M6 3v27M16 3v27M26 3v27m-20-20 10 8m0 0 10 8"/>
<path stroke="#d3883e" stroke-width="2.6" d="M3.5 10h25m-25 8h25m-25 8h25"/>`,
  /** Behind whatever is drawn at two thirds of its size. */
  trailer: `<path fill="#d3d3d3" d="M22.6 16h8.6v9.6h-8.6z"/><path fill="#9b9b9b" d="M20 24h11.2v2H20z"/>${wheel(26.8, 27.2, 2.4)}`,
} as const satisfies Readonly<Record<string, string>>;
