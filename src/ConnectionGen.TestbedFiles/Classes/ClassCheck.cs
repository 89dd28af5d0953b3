namespace ConnectionGen.TestbedFiles;

/// <summary>What a file says of connection classes: CG2006 for their names, CG2007 and CG2008 for their arguments, CG2018 for their credentials.</summary>
internal sealed class ClassCheck(TestbedDocument document, ConnectionClassSet classes, ProblemList problems)
{
    private const string Arguments = "arguments";

    private readonly ArgumentJudges _any = new([.. classes.Default is { } first ? [first] : Array.Empty<ConnectionClassShape>(), .. classes.All.Where(shape => shape != classes.Default)]);

    public void Run(CancellationToken cancellationToken)
    {
        foreach (var device in document.Devices)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Device(device);
        }
    }

    private void Device(DeviceNode device)
    {
        Name(device.Defaults, device);
        var ofAll = new List<ConnectionClassShape>();
        var areKnown = true;
        var isTold = false;
        foreach (var path in device.Paths)
        {
            Name(path.Body, device);
            if (PathCheck.IsMisplaced(path))
                continue;

            var judges = JudgesOf(path, device);
            areKnown &= judges is not null;
            if (judges is null)
                continue;

            ofAll.AddRange(judges.Classes.Where(shape => !ofAll.Contains(shape)));
            var owner = $" of path '{path.Name}' of device '{device.Name}'";
            judges.Check(path.Body, isArguments: false, owner, problems);
            judges.Check(path.Body.Mapping(Arguments), isArguments: true, owner, problems);
            isTold = isTold || Credentials(device, path, judges.Classes[0]);
        }

        if (areKnown && ofAll.Count > 0)
            Defaults(device, new ArgumentJudges(ofAll));
    }

    private void Defaults(DeviceNode device, ArgumentJudges judges)
    {
        var owner = $" of the defaults of device '{device.Name}'";
        judges.Check(device.Defaults, isArguments: false, owner, problems);
        judges.Check(device.Defaults?.Mapping(Arguments), isArguments: true, owner, problems);
    }

    private void Name(YamlMapping? block, DeviceNode device)
    {
        if (Declared(block) is { } name && !Markup.IsIn(name.Text) && !classes.Has(name.Text))
            problems.Warning("CG2006", name, classes.Unknown(name.Text, device.Name));
    }

    private static YamlScalar? Declared(YamlMapping? block) => block?["class"] is YamlScalar { IsNull: false } name ? name : null;

    /// <summary>Null where it cannot be told which class the path is for.</summary>
    private ArgumentJudges? JudgesOf(PathNode path, DeviceNode device)
    {
        if ((Declared(path.Body) ?? Declared(device.Defaults)) is { } name)
            return classes.Find(name.Text) is { } shape ? new ArgumentJudges([shape]) : null;

        return classes.Default is null ? null : _any;
    }

    private bool Credentials(DeviceNode device, PathNode path, ConnectionClassShape shape)
    {
        if (!shape.NeedsCredentials || !LogsIn(path) || CredentialNames.Of(document, device, path).Count > 0)
            return false;

        problems.Info("CG2018", device.Key, $"'{device.Name}' has no credentials, and {shape.Name} logs in on path '{path.Name}'; write 'credentials:' with 'default:' below the device, or below 'testbed:' for all");
        return true;
    }

    // a command may need no login, and neither does a simulated device; with a key there is no password
    private static bool LogsIn(PathNode path) =>
        path.Body.Entries.Any(static entry => entry.Key.Text is "ip" or "host")
        && !path.Body.Entries.Any(static entry => entry.Key.Text is "command" or "username" or "ssh_options")
        && path.Body.Text("protocol") is not "mock";
}
