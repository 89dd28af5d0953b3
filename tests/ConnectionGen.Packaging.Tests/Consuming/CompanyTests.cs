namespace ConnectionGen.Packaging.Tests.Consuming;

public sealed class CompanyTests(Company company) : IClassFixture<Company>
{
    [Theory]
    [InlineData("Office", "hello? Desk\n192.0.2.1\n")]
    [InlineData("Plant", "hello? Press\n192.0.2.2\n")]
    public async Task Each_program_of_a_solution_has_its_testbed(string project, string output)
    {
        company.Building();

        Assert.Equal(output, (await company.RunAsync(project)).Succeeded().Output);
    }

    [Fact]
    public async Task Tests_see_the_package_through_a_project_and_internal_classes_of_another()
    {
        company.Building();

        Assert.Contains("Total: 2, Errors: 0, Failed: 0", (await company.RunAsync("Office.Tests")).Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Output_is_where_the_solution_wants_it()
    {
        company.Building();

        Assert.True(File.Exists(Path.Combine(company.Workspace.Folder, "artifacts", "bin", "Office", "debug", "testbeds", "Office.yaml")));
        Assert.False(Directory.Exists(Path.Combine(company.Workspace.Folder, "Office", "obj")));
    }

    // one test, since each step begins where the last one ended
    [Fact]
    public async Task An_edit_of_the_testbed_alone_builds_what_depends_on_it()
    {
        company.Building();
        var assembly = new FileInfo(Path.Combine(company.Workspace.Folder, "artifacts", "obj", "Plant", "debug", "Plant.dll"));
        var built = assembly.LastWriteTimeUtc;

        (await company.BuildAsync("Plant")).Succeeded();
        assembly.Refresh();
        Assert.Equal(built, assembly.LastWriteTimeUtc);

        company.Workspace.Write("Plant/testbeds/Plant.yaml", Company.Testbed("Press", "192.0.2.99", path: "remote"));
        var misspelt = await company.BuildAsync("Plant");
        Assert.Equal(1, misspelt.ExitCode);
        Assert.Contains("'local'", Assert.Single(misspelt.Reports("CG1001")), StringComparison.Ordinal);

        company.Workspace.Write("Plant/testbeds/Plant.yaml", Company.Testbed("Press", "192.0.2.99"));
        (await company.BuildAsync("Plant")).Succeeded();
        Assert.Equal("hello? Press\n192.0.2.99\n", (await company.RunAsync("Plant")).Succeeded().Output);

        company.Workspace.Write("Plant/testbeds/Plant.yaml", Company.Testbed("Press", "192.0.2.2"));
        (await company.BuildAsync("Plant", "--no-incremental")).Succeeded();
        Assert.Equal("hello? Press\n192.0.2.2\n", (await company.RunAsync("Plant")).Succeeded().Output);
    }
}
