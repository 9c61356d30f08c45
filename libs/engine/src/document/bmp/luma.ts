/** How bright a colour looks, 0 to 255, in whole numbers so that it is the same everywhere. The weights are those of television, in 1/256. */
export const lumaOf = (red: number, green: number, blue: number): number => (77 * red + 150 * green + 29 * blue + 128) >> 8;
