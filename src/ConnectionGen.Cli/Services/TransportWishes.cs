using ConnectionGen.Cli.Tunnels;
using Microsoft.Extensions.Logging;

namespace ConnectionGen.Cli.Services;

/// <summary>What a transport needs beside the path.</summary>
internal sealed record TransportWishes(string Where, TestbedDescription Testbed, TestbedOptions Options, DeviceDescription Device, LoginPlan Login)
{
    public required TimeSpan Limit { get; init; }

    /// <summary>How long a jump host may be silent before Enter is sent.</summary>
    public required TimeSpan Nudge { get; init; }

    public required int Columns { get; init; }

    public required int Rows { get; init; }

    public required ILogger Logger { get; init; }

    /// <summary>The bastions that the testbed's connections share.</summary>
    public required Func<Bastions> Bastions { get; init; }

    public TimeProvider Time => Options.TimeProvider;
}
