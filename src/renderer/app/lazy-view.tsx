import { type ComponentType, lazy, useState } from 'react';

/** Loads of the views made here that nobody has asked for yet. */
const waiting: (() => Promise<unknown>)[] = [];

/**
 * A view whose code is not needed at start: loaded when it is first shown, or before that when the window is idle
 * (`loadViewsWhenIdle`). React keeps what had to wait once off the screen for up to 300 ms; what is loaded already
 * is therefore shown without asking `lazy` at all. To be put into a `Suspense`.
 */
export function lazyView<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let loaded: ComponentType<P> | null = null;
  let loading: Promise<ComponentType<P>> | undefined;
  const fetch = () => {
    loading ??= load().then((view) => {
      loaded = view;
      return view;
    });
    return loading;
  };
  const Later = lazy(async () => ({ default: await fetch() }));
  waiting.push(fetch);
  return function LazyView(props: P) {
    const [View] = useState<ComponentType<P> | typeof Later>(() => loaded ?? Later);
    return <View {...(props as P & Record<string, never>)} />;
  };
}

/** Loads all views, one in each idle moment; for after the start. */
export function loadViewsWhenIdle(): void {
  requestIdleCallback(() => {
    const next = waiting.shift();
    // A view that can't be loaded says so when it is shown.
    if (next) void next().then(loadViewsWhenIdle, loadViewsWhenIdle);
  });
}
