namespace ConnectionGen.TestbedFiles;

/// <summary>Everything that can be said of a document that was read without a fault.</summary>
internal static class DocumentChecks
{
    public static void Run(TestbedDocument document, ProblemList problems, CancellationToken cancellationToken)
    {
        StructureCheck.Run(document, problems);
        KnownKeysCheck.Run(document, problems);
        ValueChecks.Testbed(document.Testbed, problems);
        foreach (var device in document.Devices)
        {
            cancellationToken.ThrowIfCancellationRequested();
            KnownKeysCheck.Device(device, problems);
            ValueChecks.Device(device, problems);
            if (Placeholder.IsOne(device.Name))
                problems.Warning("CG2019", device.Key, $"the device's name '{device.Name}' looks like a placeholder");
        }

        // what seems to be missing may stand in the files that this one is made of
        if (!document.IsComplete)
            return;

        CredentialCheck.Testbed(document, problems);
        var references = new DeviceReferenceCheck(document, problems);
        foreach (var device in document.Devices)
        {
            cancellationToken.ThrowIfCancellationRequested();
            DefaultPathCheck.Run(device, problems);
            CredentialCheck.Device(document, device, problems);
            foreach (var path in device.Paths)
            {
                PathCheck.Run(device, path, problems);
                references.Path(device, path);
            }
        }

        references.Topology();
        references.Aliases();
        new MarkupCheck(document, problems).Run(cancellationToken);
    }
}
