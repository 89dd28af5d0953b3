using ConnectionGen.Xunit.Tests;
using Microsoft.Extensions.Logging;

[assembly: AssemblyFixture(typeof(EchoLab))]

namespace ConnectionGen.Xunit.Tests;

[Testbed("echoes.yaml")]
public sealed partial class Echoes;

/// <summary>Two devices that answer what they are told.</summary>
public sealed class EchoLab : TestbedFixture<Echoes>
{
    internal const string ReportVariable = "CONNECTIONGEN_ATTACHED_TEST_REPORT";

    public int Loads { get; private set; }

    protected override string? ReportFile => Environment.GetEnvironmentVariable(ReportVariable);

    protected override Task OnLoadedAsync(Echoes testbed, CancellationToken cancellationToken)
    {
        Loads++;
        return testbed.ConnectAsync(cancellationToken: cancellationToken);
    }
}

/// <summary>Its report would be below what is a file.</summary>
public sealed class UnwritableReportLab : TestbedFixture<Echoes>
{
    protected override string? ReportFile => Path.Combine(typeof(EchoLab).Assembly.Location, "report.html");

    protected override Task OnLoadedAsync(Echoes testbed, CancellationToken cancellationToken) => testbed.ConnectAsync(cancellationToken: cancellationToken);
}

[ConnectionClass]
public partial class EchoConnection(ConnectionContext context) : Connection(context)
{
    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [Service]
    public virtual Task<string> ExecuteAsync(string command, CancellationToken cancellationToken = default)
    {
        Context.Options.SessionObserver?.Invoke(this, new SessionEntry(TimeSpan.FromSeconds(1.25), SessionDirection.Typed, command));
        if (command == "warn")
            LogWarned(Context.Logger, Device.Name, new InvalidOperationException("a\nb"));

        return command == "fail" ? throw new InvalidDataException("told to fail") : Task.FromResult(command);
    }

    [LoggerMessage(1, LogLevel.Warning, "{Device} warns")]
    private static partial void LogWarned(ILogger logger, string device, Exception cause);
}
