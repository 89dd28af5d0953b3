namespace ConnectionGen.Tests.Signals;

/// <summary>Tests of what the whole process shares (trace and metric listeners, unobserved exceptions): no other test runs beside them.</summary>
[CollectionDefinition(nameof(ProcessWide), DisableParallelization = true)]
public sealed class ProcessWide;
