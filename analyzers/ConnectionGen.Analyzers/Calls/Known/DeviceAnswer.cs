using System.Collections.Immutable;

namespace ConnectionGen.Analyzers;

/// <summary>Which devices an expression may be.</summary>
/// <param name="Alternatives">Groups of devices: the expression may be each of the groups, so each is checked; within a group it is one that is not known more closely.</param>
/// <param name="IsForeign">True where the device comes from a file that this project does not hold, so that nothing can be said.</param>
internal sealed record DeviceAnswer(ImmutableArray<ImmutableArray<KnownDevice>> Alternatives, bool IsForeign)
{
    public static readonly DeviceAnswer Unknown = new([], IsForeign: false);

    public static readonly DeviceAnswer Foreign = new([], IsForeign: true);

    public bool IsKnown => Alternatives.Length > 0;

    public static DeviceAnswer One(KnownDevice device) => new([[device]], IsForeign: false);

    /// <summary>One of these, nobody knows which.</summary>
    public static DeviceAnswer OneOf(IEnumerable<KnownDevice> devices) => new([[.. devices]], IsForeign: false);

    /// <summary>Each of these may be meant.</summary>
    public static DeviceAnswer Each(IEnumerable<DeviceAnswer> answers)
    {
        var all = answers.ToArray();
        return new([.. all.SelectMany(answer => answer.Alternatives)], all.Any(answer => answer.IsForeign));
    }
}
