using System.Collections.ObjectModel;
using ConnectionGen.TestbedFiles;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ConnectionGen;

/// <summary>How a testbed is loaded and how its connections behave.</summary>
public sealed record TestbedOptions
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

    /// <summary>
    /// Told each piece of every connection's sessions, from their first byte, secrets replaced: what was sent and what came. It is told in order for each connection, in
    /// the flow of the call that sends or reads, and keeps the session waiting. Command lines tell it; a class of your own may, by
    /// <c>Context.Options.SessionObserver?.Invoke(this, entry)</c>. Null, which is usual, for nobody.
    /// </summary>
    /// <example><code>
    /// var options = new TestbedOptions { SessionObserver = (connection, entry) => log.WriteLine($"{connection.Device.Name} {entry}") };
    /// </code></example>
    public Action<Connection, SessionEntry>? SessionObserver { get; init; }

    /// <summary>Answers <c>%ENV{NAME}</c>; the process's environment unless said otherwise.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>Asked for a <c>%ENV{NAME}</c> that <see cref="Environment"/> does not have, in this order, before the default behind the name.</summary>
    public IReadOnlyList<SecretSource> SecretSources { get; init; } = [];

    /// <summary>
    /// Answers <c>%ASK{question}</c>, each once, when its value is first read. Unless said otherwise the console does, and does not show what is typed
    /// for a secret; where the input is no console, such a value cannot be read. Null, or the answer null: nobody can be asked.
    /// </summary>
    public Func<TestbedQuestion, string?>? Ask { get; init; } = ConsoleQuestions.Ask;

    /// <summary>
    /// The arguments that <c>%CLI{name}</c> is looked for in: what follows <c>-name</c> or <c>--name</c>, up to the next name. The program's own unless said otherwise.
    /// </summary>
    public IReadOnlyList<string> Arguments { get; init; } = [.. System.Environment.GetCommandLineArgs().Skip(1)];

    /// <summary>
    /// The functions that <c>%CALLABLE{name(a, b)}</c> may call, by name. A result may be a text, a number, a boolean, a list, or a dictionary, which may
    /// stand for a whole device or path. Each is called once: where it stands for a block, when the file is loaded, else when its value is first read.
    /// </summary>
    /// <example><code>
    /// var options = new TestbedOptions
    /// {
    ///     Callables = new Dictionary&lt;string, Func&lt;MarkupCall, object?&gt;&gt; { ["lab.address"] = call => inventory.AddressOf(call.Arguments[0]) },
    /// };
    /// </code></example>
    public IReadOnlyDictionary<string, Func<MarkupCall, object?>> Callables { get; init; } = ReadOnlyDictionary<string, Func<MarkupCall, object?>>.Empty;

    /// <summary>How the texts in <c>%ENC{…}</c> are encoded; as pyATS does it by default unless said otherwise, which hides little.</summary>
    public SecretEncodings SecretEncodings { get; init; } = new();
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
