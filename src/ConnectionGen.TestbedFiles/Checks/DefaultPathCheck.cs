namespace ConnectionGen.TestbedFiles;

/// <summary>CG2005: <c>defaults.via</c> names a path of the device.</summary>
internal static class DefaultPathCheck
{
    public static void Run(TestbedDocument document, List<TestbedProblem> problems)
    {
        foreach (var device in document.Devices)
        {
            if (device.Defaults?["via"] is not YamlScalar { IsNull: false } via || Markup.IsIn(via.Text))
                continue;

            if (!device.Paths.Any(path => path.Name == via.Text))
            {
                var advice = NearestName.Advice(via.Text, [.. device.Paths.Select(static path => path.Name)]);
                problems.Add(new TestbedProblem("CG2005", ProblemSeverity.Error, via.Range, $"'{via.Text}' is no path of '{device.Name}'{advice}"));
            }
        }
    }
}
