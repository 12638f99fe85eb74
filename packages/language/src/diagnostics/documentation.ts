/** Where an editor finds more about a diagnostic. */
export interface Documentation {
  /**
   * @param code e.g. VGL0401
   * @returns address of the code's section, e.g. `file:///…/docs/diagnostics.md#vgl0401`; undefined where no page is
   *   known that can be opened
   */
  linkTo(code: string): string | undefined;
}

/**
 * @param base asked for each link: the address of the folder that holds `diagnostics.md`; undefined without one
 */
export function documentationIn(base: () => string | undefined): Documentation {
  return {
    linkTo: (code) => {
      const folder = base();
      return folder === undefined
        ? undefined
        : `${folder.replace(/\/*$/, '/')}diagnostics.md#${code.toLowerCase()}`;
    },
  };
}
