/** Everything whose text key starts so: the host's, the project's. */
export function startingWith(prefix: string): IDBKeyRange {
  return IDBKeyRange.bound(prefix, `${prefix}\uffff`);
}

/** Everything whose compound key starts with this part: an array sorts after every text and number. */
export function under(first: string): IDBKeyRange {
  return IDBKeyRange.bound([first], [first, []]);
}

/** Compound keys whose first part starts so. */
export function underStartingWith(prefix: string): IDBKeyRange {
  return IDBKeyRange.bound([prefix], [`${prefix}\uffff`, []]);
}

/** A project's issues: `github.com/acme/shop` has `…shop#12`, `…shop-12` and `…shop/project/5/iteration/cfc16e4d`, but not `…shopping#12`. */
export function belongsTo(key: string, project: string): boolean {
  return key.startsWith(project) && /^[#\-/]\d+$|^\/[a-z]+\/\d+$|^\/project\/\d+\/iteration\/[\w-]+$/.test(key.slice(project.length));
}
