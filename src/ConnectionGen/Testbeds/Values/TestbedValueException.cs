using ConnectionGen.TestbedFiles;

namespace ConnectionGen;

/// <summary>
/// A value of a testbed file cannot be used where it is needed: it has another type than asked for, or its markup, such as
/// <c>%ENV{NAME}</c>, gives nothing. The message names the value, what was expected, the device, the path and the place in the file.
/// </summary>
public sealed class TestbedValueException : Exception, IConnectionFailure
{
    internal TestbedValueException(string id, string problem, string? key, string? device, string? path, FileRange? range, Exception? inner = null)
        : base(range is { } place ? $"{place}: error {id}: {problem}" : $"error {id}: {problem}", inner)
    {
        Id = id;
        Key = key;
        Device = device;
        Path = path;
        Range = range;
    }

    /// <summary>The id of the diagnostic that the build gives where it can know the value, such as <c>CG2008</c>.</summary>
    public string Id { get; }

    /// <summary>The key whose value it is.</summary>
    public string? Key { get; }

    /// <summary>The device whose value it is; null for one of the whole testbed.</summary>
    public string? Device { get; }

    /// <summary>The path whose value it is; null where it belongs to none.</summary>
    public string? Path { get; }

    /// <summary>Where the value stands; null where there is none.</summary>
    public FileRange? Range { get; }
}
