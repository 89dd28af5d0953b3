// library: Helpers.cs
using ConnectionGen;
using ConnectionGen.Cli;
using Helpers;

await using var lab = Lab.Load();
await Steps.VersionAsync(lab.Phoenix, "mgmt");
await lab.Phoenix.Alias("helper").ExecuteAsync("show clock");
await Steps.PrepareAsync(lab);
await lab.R2.Alias("helper").ExecuteAsync("show clock");

[Testbed("lab.yaml")]
internal sealed partial class Lab;
