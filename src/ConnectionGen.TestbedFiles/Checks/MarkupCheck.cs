namespace ConnectionGen.TestbedFiles;

/// <summary>CG2012: markup of an unknown form, and references that lead nowhere. What only a run can know, such as the environment, is checked for its form.</summary>
internal sealed class MarkupCheck(TestbedDocument document, ProblemList problems)
{
    // texts outside of devices that devices refer to: there they have a device
    private readonly HashSet<YamlScalar> _ofDevices = [];

    public void Run(CancellationToken cancellationToken)
    {
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

        foreach (var block in document.Root?.Entries ?? [])
        {
            if (block.Key.Text is not (TestbedKeys.Devices or TestbedKeys.Topology))
                Walk(block.Value, null, cancellationToken);
        }
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
        if (device is not null)
            _ofDevices.Add(scalar);
        else if (_ofDevices.Contains(scalar))
            return;

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
        MarkupKind.Reference => ReferenceFault(part, scalar, device),
        MarkupKind.ExtendList => ListFault(part, scalar, device),
        MarkupKind.Interface when device is not null && MarkupReference.InterfaceByAlias(document, device, part.Argument) is null => $"'%INTF{{{part.Argument}}}' is the alias of no interface of '{device.Name}'",
        _ => MarkupForm.Fault(part, isWhole: part.Length == scalar.Text.Length),
    };

    private string? ReferenceFault(MarkupPart part, YamlScalar scalar, DeviceNode? device)
    {
        if (part.Argument.StartsWith("self", StringComparison.Ordinal) && device is null)
            return $"'%{{{part.Argument}}}' means the device it stands in, and this stands in none";

        if (!IsKnown(part.Argument, scalar, device))
            return $"'%{{{part.Argument}}}' names nothing in this file";

        return MarkupCircle.Find(document, device, scalar) is { } circle ? $"'%{{{part.Argument}}}' goes in a circle: {circle}" : null;
    }

    /// <summary>What is left of such markup found no list to begin with, or stands within a longer text.</summary>
    private string ListFault(MarkupPart part, YamlScalar scalar, DeviceNode? device)
    {
        foreach (var reference in part.Argument.Split(',').Select(static reference => reference.Trim()))
        {
            if (!IsKnown(reference, scalar, device))
                return reference.Length == 0 ? "'%EXTEND_LIST{}' needs the places of lists, as in %EXTEND_LIST{testbed.custom.vlans}" : $"'{reference}' of '%EXTEND_LIST{{{part.Argument}}}' names nothing in this file";
        }

        return part.Length < scalar.Text.Length
            ? $"'%EXTEND_LIST{{{part.Argument}}}' gives a list, which cannot stand within a longer text"
            : $"'%EXTEND_LIST{{{part.Argument}}}' joins lists; for the keys of a map write .keys() behind it";
    }

    private bool IsKnown(string reference, YamlScalar scalar, DeviceNode? device) =>
        MarkupReference.Find(document, device, reference, scalar) is not null
        || MarkupReference.LeadsThroughMarkup(document, device, reference);
}
