const told = document.querySelector<HTMLMetaElement>('meta[name="relais:tiles"]');

/** The tile server of this deployment, if it has one; else the map draws outlines by itself. */
export const tiles = told ? { url: told.content, attribution: told.dataset.attribution ?? '' } : undefined;
