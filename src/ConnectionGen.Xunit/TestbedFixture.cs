using System.Diagnostics.CodeAnalysis;
using ConnectionGen.Reports;
using global::Xunit;

namespace ConnectionGen.Xunit;

/// <summary>
/// A testbed for many tests: loaded once, disposed after the last of them. Derive from it and make it an assembly fixture, so that all test classes share its
/// connections. What is called on devices, and what the library logs meanwhile, goes to the output of the test that calls.
/// </summary>
/// <typeparam name="TTestbed">The testbed's class, the one with <see cref="TestbedAttribute"/>.</typeparam>
/// <example><code>
/// [assembly: AssemblyFixture(typeof(LabFixture))]
/// [assembly: AttachSessionsOnFailure]
///
/// public sealed class LabFixture : TestbedFixture&lt;Lab&gt;;
///
/// public sealed class VersionTests(LabFixture fixture)
/// {
///     [Fact]
///     public async Task All_run_the_release()
///     {
///         var versions = await fixture.Testbed.CallAsync((device, token) =&gt; device.ExecuteAsync("show version", cancellationToken: token));
///         Assert.All(versions.Values, version =&gt; Assert.Contains("17.3", version));
///     }
/// }
/// </code></example>
public abstract class TestbedFixture<TTestbed> : IAsyncLifetime
    where TTestbed : Testbed, ITestbedClass<TTestbed>
{
    private readonly DeviceLocks _locks = new();
    private readonly SessionLog _output = new(new TestOutputWriter(), new SessionLogOptions { MostLines = 24 });
    private readonly SessionLog _session = new(new TestSessionWriter());
    private readonly TestLoggers _loggers = new(new TestOutputWriter(), new TestSessionWriter());
    private FixtureReport? _report;
    private TTestbed? _testbed;

    /// <summary>The testbed.</summary>
    /// <exception cref="InvalidOperationException">It is not loaded: the fixture is not one of xunit's, but was made by hand.</exception>
    public TTestbed Testbed => _testbed ?? throw new InvalidOperationException($"The testbed of {GetType().Name} is not loaded. Make it a fixture: [assembly: AssemblyFixture(typeof({GetType().Name}))].");

    /// <summary>
    /// The file of the report that is written after the last test, one HTML page; null, which is usual, for none. With <see cref="AttachSessionsOnFailureAttribute"/> on
    /// the assembly it has the tests, too, and a test that fails names it in its output.
    /// </summary>
    protected virtual string? ReportFile => null;

    /// <summary>Loads the testbed from the compiled file beside the tests; override it for another file, such as that of simulated devices.</summary>
    /// <param name="options">How; <see cref="CreateOptions"/> made it.</param>
    /// <param name="cancellationToken">Stops the loading.</param>
    protected virtual Task<TTestbed> LoadAsync(TestbedOptions options, CancellationToken cancellationToken) => TTestbed.LoadAsync(file: null, options, cancellationToken);

    /// <summary>
    /// How the testbed is loaded; override it for host keys, secrets or wrappers of your own, and keep the rest: by its loggers the library's lines come into the tests'
    /// output, by its observer what was sent and received is attached to a test that fails.
    /// </summary>
    /// <example><code>
    /// protected override TestbedOptions CreateOptions() => base.CreateOptions() with { HostKeys = HostKeyPolicy.AcceptNew };
    /// </code></example>
    protected virtual TestbedOptions CreateOptions() => new() { LoggerFactory = _loggers, SessionObserver = static (connection, entry) => TestSession.Current?.Records.Add(connection, entry) };

    /// <summary>Runs when the testbed is loaded, before the first test; to connect devices, for instance. What it throws fails every test.</summary>
    /// <param name="testbed">The testbed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    protected virtual Task OnLoadedAsync(TTestbed testbed, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// Keeps devices from other tests that lock them, until what it answers is disposed: for tests that change what others look at. Tests that only look need
    /// no lock; a connection is used by one call at a time anyhow. Several devices are locked in the order of their names, so that two tests never
    /// wait for each other.
    /// </summary>
    /// <param name="devices">The devices.</param>
    /// <param name="limit">How long to wait for them, 5 minutes unless said otherwise.</param>
    /// <param name="cancellationToken">Stops the waiting; the test's own token unless said otherwise.</param>
    /// <exception cref="DeviceLockTimeoutException">Another test held one for too long; the message names both.</exception>
    /// <exception cref="InvalidOperationException">This test holds one of them already.</exception>
    public Task<DeviceLock> LockAsync(IEnumerable<Device> devices, TimeSpan? limit = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(devices);
        return _locks.TakeAsync(devices, limit, TimeProvider.System, cancellationToken.CanBeCanceled ? cancellationToken : TestContext.Current.CancellationToken);
    }

    /// <inheritdoc cref="LockAsync(IEnumerable{Device}, TimeSpan?, CancellationToken)"/>
    public Task<DeviceLock> LockAsync(params Device[] devices) => LockAsync((IEnumerable<Device>)devices);

    /// <summary>Loads the testbed; xunit calls it before the first test.</summary>
    public virtual async ValueTask InitializeAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        _report = ReportFile is { } file ? new FixtureReport(file) : null;
        _testbed = await LoadAsync(CreateOptions(), cancellationToken).ConfigureAwait(false);
        ServiceWrapper[] wrappers = _report is null ? [_output, _session] : [_output, _session, _report.Calls];
        foreach (var wrapper in wrappers)
            _testbed.AddWrapper(ServiceWrapping.Of<Connection>(wrapper));

        await OnLoadedAsync(_testbed, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Closes all connections; xunit calls it after the last test.</summary>
    [SuppressMessage("Usage", "CA1816", Justification = "A fixture has no finalizer; a derived one that has may suppress it.")]
    public virtual async ValueTask DisposeAsync()
    {
        if (_testbed is not null)
            await CloseAsync(_testbed).ConfigureAwait(false);

        _output.Dispose();
        _session.Dispose();
        _loggers.Dispose();
    }

    // a report that cannot be written leaves no session open
    private async Task CloseAsync(TTestbed testbed)
    {
        try
        {
            if (_report is not null)
                await _report.WriteAsync(testbed).ConfigureAwait(false);
        }
        finally
        {
            await testbed.DisposeAsync().ConfigureAwait(false);
        }
    }
}
