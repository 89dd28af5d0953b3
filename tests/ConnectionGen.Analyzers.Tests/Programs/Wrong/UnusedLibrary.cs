// library: Helpers.cs
using ConnectionGen;
using ConnectionGen.Cli;

// a library that takes devices is referenced, but gets none here
await using var lab = Lab.Load();
await lab.Phoenix.ConnectAsync("vty_1");
await lab.Phoenix.Alias("vty_l").ExecuteAsync("show clock");
//                      ^ CG1002 did you mean 'vty_1'?

[Testbed("lab.yaml")]
internal sealed partial class Lab;
