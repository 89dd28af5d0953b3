namespace ConnectionGen.Generators;

/// <summary>What of a testbed file goes into code: names, never an address or a secret.</summary>
/// <param name="Link">Where the file stands beside the program.</param>
/// <param name="ProjectPath">Where it stands, relative to the project; null where it is elsewhere.</param>
/// <param name="Devices">Its devices in file order.</param>
/// <param name="Links">Its links: those that are described, then those that only interfaces name.</param>
internal sealed record TestbedFileModel(string Link, string? ProjectPath, EquatableArray<DeviceModel> Devices, EquatableArray<MemberModel> Links);

/// <summary>A device of a testbed file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Summary">Its name with what it is, for the editor.</param>
/// <param name="DefaultAlias">The alias of its default connection; null where the file names none.</param>
/// <param name="Paths">Its paths in file order.</param>
/// <param name="Interfaces">Its interfaces in file order.</param>
internal sealed record DeviceModel(string Name, string Summary, string? DefaultAlias, EquatableArray<PathModel> Paths, EquatableArray<MemberModel> Interfaces);

/// <summary>An interface or a link.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Alias">Its alias; null where it has none, or one that only a run knows.</param>
/// <param name="Kind">What it is, for the editor; null where the file does not say.</param>
internal sealed record MemberModel(string Name, string? Alias, string? Kind);

/// <summary>A path of a device.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Class">The connection class that the file names for it; null where it names none.</param>
internal sealed record PathModel(string Name, string? Class);
