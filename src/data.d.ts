/** Data files (`data/**\/*.yaml`) are inlined by the build and by Jest; what they hold is checked where it is first used. */
declare module '*.yaml' {
  const value: unknown;
  export default value;
}
