// The outlines of the map as paths: Natural Earth's, as world-atlas packs them.
import { geoEqualEarth, geoPath, type GeoProjection } from "d3-geo";
import { feature, mesh } from "topojson-client";

/** Size of the drawing, in its own units. */
export const mapWidth = 1000;
export const mapHeight = 487;

type Topology = Parameters<typeof mesh>[0];
type Collection = Extract<NonNullable<Parameters<typeof mesh>[1]>, { readonly type: "GeometryCollection" }>;

export type WorldAtlas = Topology & { readonly objects: { readonly countries: Collection } };

export interface Outlines {
  /** Data of two SVG paths. */
  readonly land: string;
  readonly borders: string;
}

/** True areas: no part of the world looks larger than it is. */
export function worldProjection(): GeoProjection {
  return geoEqualEarth().fitSize([mapWidth, mapHeight], { type: "Sphere" });
}

export function drawOutlines(world: WorldAtlas): Outlines {
  const path = geoPath(worldProjection()).digits(1);
  const { countries } = world.objects;
  return {
    land: path(feature(world, countries)) ?? "",
    borders: path(mesh(world, countries, (a, b) => a !== b)) ?? "",
  };
}
