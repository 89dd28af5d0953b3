namespace ConnectionGen.TestbedFiles;

/// <summary>CG2012: markup of an unknown form, and references that lead nowhere. What only a run can know, such as the environment, is checked for its form.</summary>
internal sealed class MarkupCheck(TestbedDocument document, ProblemList problems)
{
    public void Run(CancellationToken cancellationToken)
    {
        foreach (var block in document.Root?.Entries ?? [])
        {
            if (block.Key.Text is not (TestbedKeys.Devices or TestbedKeys.Topology))
                Walk(block.Value, null, cancellationToken);
        }

        foreach (var device in document.Devices)
            Walk(device.Body, device, cancellationToken);

        var byName = new Dictionary<string, DeviceNode>(StringComparer.Ordinal);
        foreach (var device in document.Devices)
        {
            byName[device.Name] = device;
            if (device.Body.Text("alias") is { } alias && !byName.ContainsKey(alias))
                byName.Add(alias, device);
        }

        foreach (var block in document.Root?.Mapping(TestbedKeys.Topology)?.Entries ?? [])
            Walk(block.Value, byName.TryGetValue(block.Key.Text, out var device) ? device : null, cancellationToken);
    }

    private void Walk(YamlNode node, DeviceNode? device, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        switch (node)
        {
            case YamlScalar scalar when scalar.Text.IndexOf('%') >= 0:
                Text(scalar, device);
                break;
            case YamlSequence list:
                foreach (var item in list.Items)
                    Walk(item, device, cancellationToken);
                break;
            case YamlMapping map:
                foreach (var entry in map.Entries)
                    Walk(entry.Value, device, cancellationToken);
                break;
        }
    }

    private void Text(YamlScalar scalar, DeviceNode? device)
    {
        foreach (var part in Markup.Find(scalar.Text))
        {
            if (Fault(part, scalar, device) is { } fault)
                problems.Warning("CG2012", scalar, fault);
        }

        if (Markup.Unclosed(scalar.Text) is { } open)
            problems.Warning("CG2012", scalar, $"'{open}' has no '}}' behind it");
    }

    private string? Fault(MarkupPart part, YamlScalar scalar, DeviceNode? device) => part.Kind switch
    {
        MarkupKind.Unknown => $"'%{part.Name}{{…}}' is no markup and stays as it is{NearestName.Advice(part.Name, Markup.Names)}",
        MarkupKind.Reference when part.Argument.StartsWith("self", StringComparison.Ordinal) && device is null => $"'%{{{part.Argument}}}' means the device it stands in, and this stands in none",
        MarkupKind.Reference when !IsKnown(part, scalar, device) => $"'%{{{part.Argument}}}' names nothing in this file",
        MarkupKind.Interface when device is not null && MarkupReference.InterfaceByAlias(document, device, part.Argument) is null => $"'%INTF{{{part.Argument}}}' is the alias of no interface of '{device.Name}'",
        MarkupKind.Environment when part.FirstArgument.Length == 0 => "'%ENV{}' needs the name of a variable, as in %ENV{LAB_PASSWORD}",
        MarkupKind.CommandLine when part.FirstArgument.Length == 0 => "'%CLI{}' needs the name of an argument",
        MarkupKind.Callable when part.Argument.Length == 0 => "'%CALLABLE{}' needs a name",
        MarkupKind.Include when part.Argument.Length == 0 => "'%INCLUDE{}' needs a file's name",
        _ => null,
    };

    private bool IsKnown(MarkupPart part, YamlScalar scalar, DeviceNode? device) =>
        MarkupReference.Find(document, device, part.Argument, scalar) is not null
        || MarkupReference.LeadsThroughMarkup(document, device, part.Argument);
}
