namespace ConnectionGen.Generators;

/// <summary>What of a testbed file goes into code: names, never an address or a secret.</summary>
/// <param name="Link">Where the file stands beside the program.</param>
/// <param name="ProjectPath">Where it stands, relative to the project; null where it is elsewhere.</param>
/// <param name="Devices">Its devices in file order.</param>
internal sealed record TestbedFileModel(string Link, string? ProjectPath, EquatableArray<DeviceModel> Devices);

/// <summary>A device of a testbed file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Summary">Its name with what it is, for the editor.</param>
/// <param name="DefaultAlias">The alias of its default connection; null where the file names none.</param>
/// <param name="Paths">Its paths in file order.</param>
internal sealed record DeviceModel(string Name, string Summary, string? DefaultAlias, EquatableArray<PathModel> Paths);

/// <summary>A path of a device.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Class">The connection class that the file names for it; null where it names none.</param>
internal sealed record PathModel(string Name, string? Class);
