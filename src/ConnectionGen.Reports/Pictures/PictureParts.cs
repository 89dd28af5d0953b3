namespace ConnectionGen.Reports;

/// <summary>A device as a picture shows it.</summary>
/// <param name="Name">The device's name.</param>
/// <param name="Kind">Its type and operating system, such as <c>router ios</c>; empty where the testbed says neither.</param>
public sealed record PictureDevice(string Name, string Kind);

/// <summary>A link as a picture shows it.</summary>
/// <param name="Name">The link's name.</param>
/// <param name="Ends">Its ends, in the file's order; a link may have one end, two or many.</param>
public sealed record PictureLink(string Name, IReadOnlyList<PictureEnd> Ends);

/// <summary>One end of a link.</summary>
/// <param name="Device">The device's name.</param>
/// <param name="Interface">The interface's name.</param>
/// <param name="Address">The interface's first address as the testbed writes it; null where it has none.</param>
public sealed record PictureEnd(string Device, string Interface, string? Address)
{
    /// <summary>As tables print it: <c>r1 eth1 (10.12.0.1/30)</c>.</summary>
    public override string ToString() => Address is null ? $"{Device} {Interface}" : $"{Device} {Interface} ({Address})";
}
