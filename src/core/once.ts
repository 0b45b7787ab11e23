/**
 * Makes something when it is first asked for, and gives it ever after: for what takes a while to make (`Intl`'s formats
 * take a millisecond or two each) and most starts never need.
 */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
