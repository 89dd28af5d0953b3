namespace ConnectionGen;

/// <summary>
/// The devices that a testbed file describes. Declare a class with <see cref="TestbedAttribute"/> to have them as members; <see cref="Load"/> gives
/// any file untyped. Disposing a testbed destroys all connections of its devices. Hold it while you use them: connections do not keep their device alive.
/// </summary>
public partial class Testbed : IAsyncDisposable, IDisposable
{
    private readonly WrapperList _wrappers;

    /// <summary>For generated testbed classes.</summary>
    /// <param name="loaded">The file, read and checked.</param>
    /// <param name="create">Makes the typed device of a description; null for an untyped one.</param>
    protected Testbed(LoadedTestbed loaded, Func<DeviceContext, Device?> create)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(create);
        Description = loaded.Description;
        Options = loaded.Options;
        _wrappers = new WrapperList(Options.Wrappers);
        Topology = new TestbedTopology(Description);
        var devices = new DeviceDictionary(Name);
        foreach (var description in Description.Devices)
        {
            var context = new DeviceContext(this, description, loaded.Options, _wrappers);
            var device = create(context) ?? new Device(context);
            devices.Add(device);
            Topology.Add(device);
        }

        Devices = devices;
    }

    /// <summary>The testbed's name: <c>testbed.name</c>, or the file's name.</summary>
    public string Name => Description.Name;

    /// <summary>What the testbed file says.</summary>
    public TestbedDescription Description { get; }

    /// <summary>
    /// The devices by name, in the file's order. A device is found by its alias, too: <c>lab.Devices["uut"]</c>; the keys are the names.
    /// </summary>
    public IReadOnlyDictionary<string, Device> Devices { get; }

    /// <summary>How it was loaded.</summary>
    public TestbedOptions Options { get; }

    internal SharedObjects Shared { get; } = new();

    /// <summary>Reads a testbed file whose devices are not known when compiling.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">How to load.</param>
    /// <exception cref="TestbedFileException">The file is missing or wrong; the message names file, line and column.</exception>
    /// <exception cref="TestbedValueException">
    /// A function that gives a block of the file is not registered, or failed; or the markup of the testbed's name gives nothing.
    /// </exception>
    public static Testbed Load(string file, TestbedOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new(LoadedTestbed.Read(file, TestbedFileText.Read(file), options, TestbedFileText.ReadIfThere), static _ => null);
    }

    /// <inheritdoc cref="Load"/>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<Testbed> LoadAsync(string file, TestbedOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new(LoadedTestbed.Read(file, await TestbedFileText.ReadAsync(file, cancellationToken).ConfigureAwait(false), options, TestbedFileText.ReadIfThere), static _ => null);
    }

    /// <summary>Reads a testbed from text.</summary>
    /// <param name="yaml">What a testbed file would hold.</param>
    /// <param name="options">How to load.</param>
    /// <exception cref="TestbedFileException">The text is wrong; the message names line and column.</exception>
    /// <exception cref="TestbedValueException">
    /// A function that gives a block of the text is not registered, or failed; or the markup of the testbed's name gives nothing.
    /// </exception>
    public static Testbed Parse(string yaml, TestbedOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        return new(LoadedTestbed.Read("testbed.yaml", yaml, options), static _ => null);
    }

    /// <summary>Adds a wrapper for the connections of all devices, those that exist included.</summary>
    /// <param name="wrapping">The wrapper with what it is for.</param>
    /// <returns>Dispose of it to remove the wrapper again.</returns>
    public IDisposable AddWrapper(ServiceWrapping wrapping) => _wrappers.Add(wrapping);

    /// <summary>Destroys the connections of all devices.</summary>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        try
        {
            await Task.WhenAll(Devices.Values.Select(static device => device.DisposeAsync().AsTask())).ConfigureAwait(false);
        }
        finally
        {
            await Shared.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        Blocking.Run(this, static testbed => testbed.DisposeAsync().AsTask());
    }

    /// <summary>The testbed's name.</summary>
    public override string ToString() => Name;
}
