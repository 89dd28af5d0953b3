using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ConnectionGen;

/// <summary>How a testbed is loaded and how its connections behave.</summary>
public sealed class TestbedOptions
{
    /// <summary>Where log lines go; nowhere unless said otherwise.</summary>
    public ILoggerFactory LoggerFactory { get; init; } = NullLoggerFactory.Instance;

    /// <summary>The clock for every wait.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How long things may take, where neither path nor class says otherwise.</summary>
    public ConnectionLimits Limits { get; init; } = new();

    /// <summary>What to do with SSH host keys that are not known; a path's <c>host_key</c> wins. Strict unless said otherwise.</summary>
    public HostKeyPolicy HostKeys { get; init; } = HostKeyPolicy.Strict;

    /// <summary>The file of known SSH host keys; <c>~/.ssh/known_hosts</c> unless said otherwise.</summary>
    public string? KnownHostsFile { get; init; }

    /// <summary>Wrappers around services of all devices' connections, beside those found when building.</summary>
    public IReadOnlyList<ServiceWrapping> Wrappers { get; init; } = [];

    /// <summary>Answers <c>%ENV{NAME}</c>; the process's environment unless said otherwise.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>Answers <c>%ASK{question}</c>; without it such a value cannot be read.</summary>
    public Func<string, string?>? Ask { get; init; }
}

/// <summary>What to do with an SSH host key that is not known.</summary>
public enum HostKeyPolicy
{
    /// <summary>Refuse it; the message holds the fingerprint and the line to add.</summary>
    Strict,

    /// <summary>Accept it and remember it; a changed key is still refused.</summary>
    AcceptNew,

    /// <summary>Accept every key. Anybody between you and the device can read what you send.</summary>
    Off,
}
