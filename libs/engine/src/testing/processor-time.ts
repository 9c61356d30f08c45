/** From now on: how many milliseconds of the processor this process has used. A busy machine stops the clock for nobody. */
export const processorTime = (): (() => number) => {
  const begin = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(begin);
    return (user + system) / 1_000;
  };
};
