import { Module } from '@nestjs/common';
import { CompetencyController } from './competency/competency.controller';
import { Competencies } from './competency/competency.queries';

@Module({ controllers: [CompetencyController], providers: [Competencies] })
export class CurriculumModule {}
