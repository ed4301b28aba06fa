import type { FastifyInstance } from 'fastify';

/** Of a path that no route took: the methods that routes of this path take, none where there is no such path. */
export type MethodsOf = (path: string) => readonly string[];

interface Route {
  readonly path: RegExp;
  readonly methods: Set<string>;
}

/** `/documents/:id/text` as a pattern of paths. */
const pattern = (url: string): RegExp =>
  new RegExp(`^${url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')}$`);

/** Remembers the routes that are registered after it. */
export function rememberMethods(app: Pick<FastifyInstance, 'addHook'>): MethodsOf {
  const routes = new Map<string, Route>();
  app.addHook('onRoute', ({ url, method }) => {
    const route = routes.get(url) ?? { path: pattern(url), methods: new Set<string>() };
    for (const each of [method].flat()) route.methods.add(each);
    routes.set(url, route);
  });
  return (path) => {
    const matching = [...routes.values()].filter((route) => route.path.test(path));
    return [...new Set(matching.flatMap(({ methods }) => [...methods]))].sort();
  };
}
