/** The layers of the mechanism. Each is there because an attack succeeds without it. */
export const layerNames = [
  'mixing',
  'noise',
  'hardenedKey',
  'floor',
  'threshold',
  'rounding',
  'collapse',
  'hysteresis',
  'base',
  'tableRules',
  'budget',
] as const;
export type LayerName = (typeof layerNames)[number];
export type Layers = Readonly<Record<LayerName, boolean>>;

/** What always holds. Only tests take a layer away, to show which attack then succeeds; no setting can. */
export const allLayers: Layers = Object.fromEntries(layerNames.map((name) => [name, true])) as Layers;
