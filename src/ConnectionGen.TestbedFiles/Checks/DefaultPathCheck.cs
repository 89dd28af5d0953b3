namespace ConnectionGen.TestbedFiles;

/// <summary>CG2005: <c>defaults.via</c> names a path of the device.</summary>
internal static class DefaultPathCheck
{
    public static void Run(DeviceNode device, ProblemList problems)
    {
        if (device.Defaults?["via"] is not YamlScalar { IsNull: false } via || Markup.IsIn(via.Text) || device.HasPath(via.Text))
            return;

        var advice = NearestName.Advice(via.Text, [.. device.Paths.Select(static path => path.Name)]);
        problems.Warning("CG2005", via, $"'{via.Text}' is no path of '{device.Name}'{advice}");
    }
}
